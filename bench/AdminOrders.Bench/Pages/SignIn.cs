using System.Net;
using System.Text.RegularExpressions;

namespace AdminOrders.Bench.Pages;

/// <summary>Signs in as a browser without script does.</summary>
internal static partial class SignIn
{
    private const string Page = "/account/sign-in";

    /// <summary>The headers of requests by who has signed in.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> As((string Email, string Password) account, string address)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Email"] = account.Email, ["Input.Password"] = account.Password };
        foreach (Match field in Hidden().Matches(await client.GetStringAsync(Page)))
        {
            fields[field.Groups["name"].Value] = WebUtility.HtmlDecode(field.Groups["value"].Value);
        }

        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(Page, form);
        return answer.StatusCode is HttpStatusCode.Redirect
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["Cookie"] = cookies.GetCookieHeader(client.BaseAddress) }
            : throw new InvalidOperationException($"{account.Email} could not sign in: {(int)answer.StatusCode}");
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" """, RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Hidden();
}
