using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AdminOrders.Tests.Web;

/// <summary>A browser without script: it keeps cookies, follows nothing by itself and fills in forms as they stand.</summary>
internal sealed class WebVisitor(HttpClient client)
{
    public HttpClient Client => client;

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    public async Task<IHtmlDocument> ReadAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
        return await ParseAsync(answer);
    }

    /// <summary>Fills in the sign-in form that the address shows.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string email, string password, string address = "/account/sign-in")
    {
        var page = await ReadAsync(address);
        var fields = page.QuerySelectorAll("form input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        fields["Input.Email"] = email;
        fields["Input.Password"] = password;
        return await PostAsync(address, fields);
    }

    public async Task<HttpResponseMessage> PostAsync(string address, IReadOnlyDictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
}
