using AdminOrders.Core.Effects;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api;
using AdminOrders.Web.Api.OpenApi;
using AdminOrders.Web.Cli;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Bulk;
using AdminOrders.Web.Features.Channels;
using AdminOrders.Web.Features.Insights;
using AdminOrders.Web.Features.My;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Orders.Export;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Features.Qa;
using AdminOrders.Web.Features.Requests;
using AdminOrders.Web.Features.Stock;
using AdminOrders.Web.Features.Unfinished;
using AdminOrders.Web.Shell;

Installation.SettleEnvironment();
if (CommandLine.Asks(args))
{
    return await CommandLine.Run(args);
}

// Slim: nothing of IIS, HTTP/3 or a debugger's log is loaded.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Installation.ContentRoot });
// Components' own files are found without publishing, in every environment.
builder.WebHost.UseStaticWebAssets();
builder.WebHost.UseKestrelHttpsConfiguration();
builder.AddHostLog();
if (Installation.AddressFor(builder.Configuration) is { } address)
{
    builder.WebHost.UseUrls(address);
}

builder.Services.AddOrderStorage(builder.Configuration);
builder.Services.AddOrderEffects(builder.Configuration, builder.Environment.IsDevelopment());
builder.AddAccounts();
builder.AddApi();
builder.Services.AddKnownProxies(builder.Configuration);
builder.Services.AddShell();
builder.Services.AddOrderList();
builder.Services.AddOrderPage();
builder.Services.AddExport();
builder.Services.AddRequests();
builder.Services.AddUnfinished();
builder.Services.AddStock();
builder.Services.AddInsights();
builder.Services.AddBulk();
builder.Services.AddChannels();
builder.Services.AddCustomerDoor();
builder.AddQa();

var app = builder.Build();
if (!await app.OpenStoreAsync())
{
    return 1;
}

app.UseForwardedHeaders();
app.UseApi();
app.UseApiPages();
app.UseShell();
app.MapShell();
app.MapAccounts();
app.MapOrderList();
app.MapExport();
app.MapBulk();
app.MapCustomerDoor();
app.MapApi();
app.MapQa();
await app.RunAsync();
return 0;

public partial class Program;
